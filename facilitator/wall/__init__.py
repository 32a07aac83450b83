"""The public screen: it sees the stage and nothing else."""
