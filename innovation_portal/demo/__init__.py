"""What bin/serve loads into an empty database: a ministry to look at.

The parts are put together here, so this package alone may import from the apps.
"""
