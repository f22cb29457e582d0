-- What the role that the site signs in with may do, and nothing else. `migrate` runs this as the owner of the tables after
-- every change of the schema; {role} stands for the role's name. A table that is not named here is closed to the site.

revoke all on all tables in schema public, desk from {role};
revoke all on all functions in schema public from {role};
revoke temporary on database {database} from public;
grant connect on database {database} to {role};
grant usage on schema public, desk to {role};

-- Places come with an import only.
grant select on state, county, zip_code, zip_county, military_zip_code, place_alias, place_name, world_city, topic to {role};

-- Records are changed at the editors' desk.
grant select, insert, update, delete on
    organization, channel, contact, coverage, channel_situation, role, situation, planned_contact, also_if, advice, synonym,
    duty, awareness_fact, learn_page, learn_source, source, verification
to {role};
grant execute on function refresh_topic() to {role};

-- The history and the revisions only grow.
grant select, insert on record_change, directory_revision to {role};
grant select, insert, update on proposal to {role};

-- Words of visitors are taken in and decided on; of a correction only the decision and the e-mail address can change.
grant select, insert on correction to {role};
grant update (state, answer, decided_at, decided_by, email) on correction to {role};

grant select, insert, update, delete on link_check, link_use, link_result to {role};

-- Accounts, sessions and keys of the desk.
grant select, insert, update, delete on
    desk.editor, desk.editor_passkey, desk.editor_token, desk.invitation, desk.session, desk.data_protection_key
to {role};
