-- A watermark is a signature of the licensor, which is longer than the HMAC that it was.
alter table licence alter column watermark type varchar(200);
