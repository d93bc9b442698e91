-- Since when a device's browser trusts the home CA, so that it shows no warning; null where it does not, or never said.
ALTER TABLE devices ADD COLUMN trusted_since INTEGER;
