"""Two programs that we did not write look for what keeps a PDF from people who do not see it, and find nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pdfua import validate

from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from tests.facilitator.paperwork.every_kind import KINDS, sheets

pytestmark = pytest.mark.slow
kinds = pytest.mark.parametrize("paper", [Paper(), Paper(is_large=True)], ids=["standard", "large"])


@kinds
@pytest.mark.parametrize("kind", KINDS)
def test_no_rule_of_pdf_ua_is_broken(kind: str, paper: Paper, tmp_path: Path) -> None:
    pdf = press(sheets(kind, paper), paper).pdf
    report = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant
    assert report.checks.failed == 0
    assert report.rules.passed > 50
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    assert [finding.rule_id for finding in validate(str(file)).findings] == []


def test_a_pdf_without_tags_is_found_by_both(tmp_path: Path) -> None:
    import typst

    pdf = typst.compile(b"Words.", format="pdf")
    assert isinstance(pdf, bytes)
    assert not validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    assert validate(str(file)).findings
