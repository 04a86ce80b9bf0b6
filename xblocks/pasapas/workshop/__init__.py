"""The workshop host: a small server for one room, a trainer's laptop and learners' phones.

It knows blocks only through the XBlock API and their entry points.
"""
