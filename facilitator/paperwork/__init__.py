"""Paper: what members take home and what the facilitator has in the hand.

Values go in (frozen dataclasses of plain strings and dates), documents come out as trees of plain data, and one fixed
template sets them as PDF. No text ever reaches the template as markup. Nothing here opens the record or draws a screen.
"""
