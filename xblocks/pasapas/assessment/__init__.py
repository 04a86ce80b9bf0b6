"""The self-assessment: what a person can do, found out by doing; what comes next."""
