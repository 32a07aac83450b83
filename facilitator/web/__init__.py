"""The public screen for a browser: it sees the stage and nothing else, and only answers who may ask.

``feed`` follows the stage for every page that is open, ``fragment`` makes HTML of its words, ``site`` holds the
addresses, ``guard`` decides who is answered, ``connection`` lets nobody keep us waiting, ``server`` runs it all.
"""
