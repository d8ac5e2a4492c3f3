-- What is said of a model or an application, and the terms by which it is found: w: a word, c: a category.
create table service_description (
    publish_id  uuid primary key references service_publication,
    title       varchar(200) not null,
    description varchar(4000),
    categories  text[] not null,
    key_words   text[] not null,
    terms       text[] not null
);
create index service_description_terms on service_description using gin (terms);
create index service_publication_kind on service_publication (kind, published_at desc) where withdrawn_at is null;

-- What was published before is found by the words of its own number.
insert into service_description
select publish_id, resource_id, null, '{}', '{}',
    array(select distinct 'w:' || word[1] from regexp_matches(lower(resource_id), '[[:alnum:]]{2,40}', 'g') word)
from service_publication;
