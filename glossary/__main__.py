"""``python -m glossary`` is the same as ``zhengming``."""

from glossary.start import run

if __name__ == "__main__":
    run()
