"""The handouts as pages for a browser: what stands on paper, on a telephone.

Anybody may read them, so this room knows the curriculum and nothing else: no record, no group, no member. A page is one
file with its style in it, without a script, and asks nobody for anything.
"""
