"""A program that is killed, starved of its disk and lied to: nothing acknowledged is lost."""
