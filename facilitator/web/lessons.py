"""The handouts as pages, for telephones in the room: text of the curriculum, so nobody is asked who they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

if TYPE_CHECKING:
    from facilitator.pages.site import Site

LESSONS = "/lessons"


def routes(site: Callable[[], Site]) -> list[Route]:
    """The list of lessons and a page for each. ``site`` is asked when the first page is."""
    from content.error import ContentError  # the curriculum: only where its pages are served

    the_site = cache(site)

    def answer(page: bytes) -> Response:
        return Response(page, media_type="text/html", headers={"Content-Security-Policy": the_site().policy})

    def home(request: Request) -> Response:
        return answer(the_site().home())

    def lesson(request: Request) -> Response:
        try:
            return answer(the_site().page(request.path_params["name"]))
        except ContentError:
            return Response(status_code=404)

    return [Route(LESSONS, home, methods=["GET"]), Route(f"{LESSONS}/{{name}}", lesson, methods=["GET"])]
