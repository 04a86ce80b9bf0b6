"""Pas à pas: XBlocks and courses for people who are far from digital tools."""
