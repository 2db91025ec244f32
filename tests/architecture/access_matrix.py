"""Who may do what: written by hand, address by address, and compared with what really happens.

To add a route, say here who may call it. A role is named as its fixture in faces.py.
"""

OFFICERS = {"treasurer", "supervisory_board"}
DINAS = {"desk", "inspector", "division_head", "agency_head", "auditor"}
CLERKS = {"desk", "division_head"}
FILLERS = {"treasurer"} | CLERKS
SETTERS = {"division_head", "administrator"}
GUARDS = CLERKS | {"administrator"}
READERS = DINAS | {"administrator"}
CONTROLLERS = {"division_head", "agency_head", "auditor", "administrator"}
SIGNED_IN = OFFICERS | DINAS | {"observer", "administrator"}
NOBODY = "nobody"
"""Somebody who has not signed in."""
ANYONE = SIGNED_IN | {NOBODY}
ROLES = sorted(ANYONE)

WHO: dict[str, set[str]] = {
    # anybody
    "public.home public.search public.show public.information public.statistics": ANYONE,
    "public.privacy public.accessibility": ANYONE,
    "reports.ask_code reports.verify reports.rules": ANYONE,
    "offline.worker offline.manifest offline.without_signal offline.session": ANYONE,
    "keeping.waiting keeping.lock": ANYONE,
    "library.index library.announcements library.article library.version": ANYONE,
    "library.download": ANYONE,
    "training.coming": ANYONE,
    "suggest.answers": ANYONE,
    "complaints.about complaints.new complaints.create complaints.ask_ticket": ANYONE,
    "complaints.look complaints.write_more": ANYONE,
    "operations.alive operations.ready operations.measured operations.style": ANYONE,
    "accounts.sign_in accounts.sign_in_submit accounts.leave accounts.sign_out": ANYONE,
    "accounts.forgotten accounts.activate accounts.activate_submit": ANYONE,
    "accounts.activate_person accounts.activate_not_me accounts.activate_password": ANYONE,
    "accounts.activate_password_submit": ANYONE,
    # whoever has signed in, about themselves
    "accounts.account accounts.account_update accounts.password": SIGNED_IN,
    "accounts.password_submit accounts.end_session accounts.choose_theme": SIGNED_IN,
    "accounts.choose_post accounts.choose_post_submit": SIGNED_IN,
    # the cooperative
    "home.officer reports.index health.own health.own_other cooperatives.own": OFFICERS,
    "ready.pack ready.page": OFFICERS,
    "library.own library.say_read training.own training.register": OFFICERS,
    "suggest.answered": OFFICERS,
    "reports.show reports.receipt": OFFICERS | CLERKS,
    "reports.page reports.save_page reports.settle reports.copy_last reports.check": FILLERS,
    "reports.send reports.send_again reports.nil reports.send_nil": FILLERS,
    "reports.correction reports.reopen": FILLERS,
    "reports.attachments reports.attachment reports.attachment_preview": OFFICERS | CLERKS,
    "reports.attach reports.ask_detach reports.detach": FILLERS,
    "reports.promise_files reports.take_piece reports.finish_file": FILLERS,
    "reports.withdraw_file": FILLERS,
    "consultations.index consultations.new consultations.create consultations.asked": OFFICERS,
    "consultations.show consultations.reply consultations.solve consultations.rate": OFFICERS,
    "consultations.file consultations.preview consultations.promise_files": OFFICERS,
    "consultations.take_piece consultations.finish_file consultations.withdraw_file": OFFICERS,
    # the dinas reads
    "monitoring.board monitoring.calls monitoring.reports": DINAS,
    "reports.review reports.version": DINAS,
    "reports.filed_attachment reports.filed_preview": DINAS,
    "monitoring.cooperatives monitoring.cooperative cooperatives.download": READERS,
    "health.explain": READERS,
    "monitoring.summary": DINAS | {"observer"},
    "monitoring.inspector": {"inspector"},
    "desk.index desk.show desk.file desk.preview": CLERKS | {"inspector"},
    "desk.numbers": DINAS,
    "desk.claim desk.answer desk.note desk.solve desk.whatsapp": CLERKS,
    "desk.ask_move desk.make_move desk.redact desk.publish": CLERKS,
    # the dinas decides
    "reports.accept reports.send_back": CLERKS,
    "reports.undo_acceptance reports.unlock": {"division_head"},
    "health.make_official": {"division_head", "agency_head"},
    "rescue.start rescue.read rescue.come_again rescue.carry": CLERKS,
    # the library
    "library.listing library.show library.readers library.draft_file": CLERKS | {"agency_head"},
    "library.new library.create library.correct library.edit library.update": CLERKS,
    "library.propose library.throw_away library.put_file library.drop_file": CLERKS,
    "library.approve library.send_back library.withdraw": {"division_head", "agency_head"},
    "training.listing training.show training.attendance": CLERKS | {"agency_head"},
    "training.download": CLERKS | {"agency_head"},
    "training.new training.create training.edit training.update": CLERKS,
    "training.ask_cancel training.cancel": CLERKS,
    "complaints.index complaints.read complaints.photo complaints.answer": CLERKS | {"inspector"},
    "complaints.write_note complaints.close": CLERKS | {"inspector"},
    "complaints.name_officer": {"division_head"},
    # the register
    "cooperatives.new cooperatives.create cooperatives.edit cooperatives.update": CLERKS,
    "cooperatives.officers cooperatives.save_officers": CLERKS,
    "cooperatives.status cooperatives.save_status cooperatives.template": CLERKS,
    "cooperatives.start_import cooperatives.read_import": CLERKS,
    "cooperatives.preview_import cooperatives.carry_out_import": CLERKS,
    # people
    "accounts.people accounts.new_person accounts.create accounts.person": GUARDS,
    "accounts.edit_person accounts.update_person accounts.ask_code accounts.issue": GUARDS,
    "accounts.slip accounts.ask_block accounts.block accounts.unblock": GUARDS,
    "accounts.new_post accounts.add_post accounts.ask_end_post accounts.end_post": GUARDS,
    "accounts.edit_districts accounts.update_districts": SETTERS,
    # settings and traces
    "agency.settings agency.identity agency.save_identity": SETTERS,
    "agency.report_dates agency.save_report_dates agency.officers": SETTERS,
    "agency.save_officers agency.holidays agency.add_holiday agency.remove_holiday": SETTERS,
    "agency.ramadan agency.add_ramadan agency.remove_ramadan": SETTERS,
    "desk.leave desk.add_leave desk.end_leave desk.expertise desk.save_expertise": SETTERS,
    "desk.levels desk.save_levels": SETTERS,
    "desk.ready_replies desk.add_ready_reply desk.remove_ready_reply": SETTERS,
    "audit.index": CONTROLLERS,
}
MATRIX = {endpoint: who for endpoints, who in WHO.items() for endpoint in endpoints.split()}

PUBLIC_OBJECTS = {"public.show", "reports.verify", "reports.rules"}
PUBLIC_OBJECTS |= {"library.article", "library.version"}
PUBLIC_OBJECTS = {"public.show", "reports.verify", "reports.rules", "suggest.answers"}
PUBLIC_OBJECTS |= {"library.article", "library.version", "library.download"}
"""Addresses that name something, and still are for everybody."""
NOBODYS_OBJECTS = {
    "agency.remove_holiday": "a day of the reader's own regency; removing twice is once",
    "agency.remove_ramadan": "a day of the reader's own regency; removing twice is once",
    "library.say_read": "an announcement to all of the regency; the receipt is the reader's own",
    "training.register": "an event for all of the regency; the places are the reader's own",
    "desk.end_leave": "leave within the reader's own regency; removing twice is once",
    "desk.remove_ready_reply": "a reply of the reader's own regency; removing twice is once",
    "accounts.end_session": "ends only the reader's own",
    "suggest.answered": "a key that the reader makes; it names nothing that is kept",
}
"""Endpoint -> why its variable names nothing that could belong to somebody else."""
