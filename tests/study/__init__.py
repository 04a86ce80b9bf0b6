"""The assessment's engine and Pix's algorithm, before the same simulated learners."""
