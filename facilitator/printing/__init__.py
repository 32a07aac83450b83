"""From a PDF to sheets: a print queue where there is one (CUPS), else the system's own viewer.

Nothing here knows what stands on a sheet. A PDF goes to the queue through a pipe and never by a file of ours, the job
is called "Handout", and whatever the queue does, there is an answer within ``PATIENCE`` seconds.
"""
