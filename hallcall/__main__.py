"""``python -m hallcall``: the same as the command ``hallcall``."""

import sys

from hallcall.cli import main

sys.exit(main())
