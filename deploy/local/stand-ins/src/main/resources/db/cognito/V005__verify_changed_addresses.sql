alter table verification_code drop constraint verification_code_purpose_check;
alter table verification_code
    add constraint verification_code_purpose check (purpose in ('SIGN_UP', 'PASSWORD_RESET', 'EMAIL'));
