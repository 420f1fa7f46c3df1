-- A password that an administrator has handed over is known to two people: whoever enters with it chooses his own first
-- (IDN-10). Who enters by a code sent to his phone does not use it and is not asked.
ALTER TABLE identity.account ADD COLUMN password_given boolean NOT NULL DEFAULT false;
ALTER TABLE identity.session ADD COLUMN by_password boolean NOT NULL DEFAULT false;
