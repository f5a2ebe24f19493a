"""Every sentence the software writes, and the one formatter of numbers and dates."""
