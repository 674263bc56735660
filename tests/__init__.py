"""The tests. They mirror `reader/`; some libraries ship a package of this name, so it is one."""
