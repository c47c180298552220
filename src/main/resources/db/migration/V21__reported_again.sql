-- What was paid, and the money taken back, goes through the letters anew and is reported again at their end.
ALTER TABLE exhausted_item DROP CONSTRAINT exhausted_item_pkey, ADD PRIMARY KEY (item_id, procedure, reported_on);
