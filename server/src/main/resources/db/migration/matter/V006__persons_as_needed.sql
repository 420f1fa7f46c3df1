-- Who asks need not know how many must come.
ALTER TABLE matter.service_order ALTER COLUMN persons DROP NOT NULL;
