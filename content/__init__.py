"""What we teach: packs, modules, lessons, pages."""
