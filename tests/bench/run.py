"""`make bench`: measures what a lesson weighs and costs, and prints one table.

Some three minutes. The exit status is 1 if bytes, requests or queries are beyond their
limit, never for times: those depend on what else the machine does.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    # Run as a file, Python looks for modules beside it; the package stands one above.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from bench.report import main

    sys.exit(main())
