"""Values: one file for each type, and what an agreement or a clause declares of one."""
