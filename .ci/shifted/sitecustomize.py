"""Sleep where libfaketime moves the calendar and leaves the stopwatch alone.

Python sleeps until a moment of the stopwatch; libfaketime takes every such moment for one of the moved calendar and
refuses it. Waiting on nothing for a while is the same sleep, told as a length.
"""

import select
import time

time.sleep = lambda seconds: select.select([], [], [], seconds) and None
