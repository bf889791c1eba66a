"""Addresses of the administrators of system and security, and of one's own log-ins."""

from django.urls import path

from jiheng.web.people.pages import organisations, posts, staff, visits

urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<int:key>/", organisations.organisation, name="organisation"),
    path("people/", staff.people, name="people"),
    path("people/import/", staff.import_people, name="import-people"),
    path("people/people.xlsx", staff.roster_template, name="roster-template"),
    path("people/<int:key>/<slug:change>/", staff.change_person, name="change-person"),
    path("posts/", posts.posts, name="posts"),
    path("posts/proposals/", posts.decide_proposals, name="decide-proposals"),
    path("posts/<int:key>/end/", posts.end_post, name="end-post"),
    path("visits/", visits.visits, name="visits"),
    path("visits/unlock/", posts.unlock_person, name="unlock"),
    path("visits/<int:key>/end/", visits.end_visit, name="end-visit"),
]
