"""Keep the promises that an organisation signs: a dated register of obligations."""

__version__ = "0.1.0"
