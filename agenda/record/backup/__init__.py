"""Backups: one file each that holds record and key file together, checked before it counts.

The file is a zip without compression, so that any unzip program takes the two files out again (docs/backups.md).
"""
