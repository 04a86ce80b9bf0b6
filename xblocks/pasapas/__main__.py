"""`python -m pasapas`, for a machine whose PATH does not know the command."""

import sys

from pasapas.cli import main

sys.exit(main())
