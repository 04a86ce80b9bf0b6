"""The pictograms: one SVG each, and catalogue.yaml that says what they mean. No code."""
