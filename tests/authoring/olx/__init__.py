"""Courses as Open edX archives."""
