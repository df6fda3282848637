"""``python -m newsfacts``: the command line, where the command itself is not on the path."""

from newsfacts.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main(prog_name="newsfacts")
