"""What runs beside the window: jobs, the translating child, the open document."""
