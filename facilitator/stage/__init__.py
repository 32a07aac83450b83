"""The stage: the folder through which the console's public state reaches the wall, and kiosk and console meet.

``folder`` finds, makes and guards it, ``publisher`` writes into it, ``reader`` decides what a wall may still believe;
``kiosk`` is the file the console leaves for the kiosk, ``inbox`` the folder through which check-ins come back.
Nothing here knows the record: of ``agenda`` only the types of the public state are imported.
"""

from facilitator.stage.folder import StageRefused, open_stage, stage_folder
from facilitator.stage.publisher import Publisher
from facilitator.stage.reader import STALE_AFTER, StageReader, read_raw

__all__ = [
    "STALE_AFTER",
    "Publisher",
    "StageReader",
    "StageRefused",
    "open_stage",
    "read_raw",
    "stage_folder",
]
