-- A patrol stays as it was written; only its grid goes on under another code (TER-12).
GRANT UPDATE (area) ON territory.patrol TO lianlin_app;
