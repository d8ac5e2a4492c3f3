-- Lists of jobs by their state, and counts of a user's or an organisation's jobs that read the index alone.
create index job_of_status on job (status, job_id) where deleted_at is null;
drop index job_open;
drop index job_of_user;
create index job_of_user on job (user_id, job_id) include (kind, status) where deleted_at is null;
drop index job_of_organisation;
create index job_of_organisation on job (organisation_id, job_id) include (kind, status) where deleted_at is null;

-- What a person types occurs in names and descriptions, in words of any language. Pairs of characters find Chinese words of
-- two characters, too, which trigrams do not, and need no extension. The cost keeps them behind LIKE where rows are scanned.
create function text_pairs(text) returns text[] language sql immutable strict parallel safe cost 1000
    return array(select distinct substr($1, i, 2) from generate_series(1, length($1) - 1) i);
create function job_pairs(name text, description text) returns text[] language sql immutable strict parallel safe cost 1000
    return text_pairs(lower(name || chr(10) || description));
-- Whether all pairs of the text, which is in lower case, are there; the text itself may still not be.
create function job_mentions(name text, description text, words text) returns boolean language sql immutable parallel safe
    return job_pairs(name, description) @> text_pairs(words);
create index job_pairs on job using gin (job_pairs(name, description)) where deleted_at is null;
