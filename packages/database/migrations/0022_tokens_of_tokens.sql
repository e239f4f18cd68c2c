-- A token that was made with another ends with it: whoever finds a token must not be able to keep it alive by making
-- another. A rule in the database, so that no way of withdrawing a token can forget it.
alter table api_token add column made_with bigint references api_token (id) on delete cascade;
create index api_token_made_with on api_token (made_with);
grant insert (made_with), select (made_with) on api_token to gtb_api;

create function withdraw_tokens_made_with() returns trigger language plpgsql as $$
begin
  update api_token set revoked_at = new.revoked_at where made_with = new.id and revoked_at is null;
  return null;
end $$;
create trigger withdraws_tokens_made_with after update of revoked_at on api_token for each row
  when (new.revoked_at is not null) execute function withdraw_tokens_made_with();
