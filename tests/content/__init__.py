"""The curriculum: reading it, refusing what is wrong in it, and the texts we ship."""
