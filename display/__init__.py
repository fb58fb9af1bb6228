"""The public screens: what a waiting visitor looks at."""
