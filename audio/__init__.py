"""The recordings of the lessons, with their timings, and the lexicon. No code."""
