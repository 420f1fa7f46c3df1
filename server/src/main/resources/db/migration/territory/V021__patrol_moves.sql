-- Patrols go along when their grid becomes part of another one (TER-12).
GRANT UPDATE ON territory.patrol TO lianlin_app;
