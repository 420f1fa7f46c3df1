-- A swap that was agreed can be called off before the shift begins (TER-11).
ALTER TABLE territory.duty_swap DROP CONSTRAINT duty_swap_state;
ALTER TABLE territory.duty_swap
    ADD CONSTRAINT duty_swap_state CHECK (state IN ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CALLED_OFF'));
