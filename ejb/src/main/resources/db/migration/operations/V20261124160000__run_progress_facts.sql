-- A job says in numbers how far it is; who shows them finds the words, in the reader's language.
ALTER TABLE job_run DROP COLUMN progress_message;
ALTER TABLE job_run ADD COLUMN progress_facts jsonb NOT NULL DEFAULT '{}';
