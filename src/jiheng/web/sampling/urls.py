"""Addresses of draws."""

from django.urls import path

from jiheng.web.sampling.pages import draws, plan, results, sample

urlpatterns = [
    path("", draws.draws, name="draws"),
    path("new/", plan.new_draw, name="new-draw"),
    path("tasks/", sample.my_tasks, name="draw-tasks"),
    path("recompute.py", results.recompute, name="recompute"),
    path("<str:key>/", draws.draw, name="draw"),
    path("<str:key>/plan/", plan.plan, name="draw-plan"),
    path("<str:key>/sizes/", plan.sizes, name="draw-sizes"),
    path("<str:key>/population/", sample.population, name="draw-population"),
    path("<str:key>/sample/", sample.sample_page, name="draw-sample"),
    path("<str:key>/must-check/", sample.must_check, name="draw-must-check"),
    path("<str:key>/assign/", sample.assign_page, name="draw-assign"),
    path("<str:key>/results/", results.results_page, name="draw-results"),
    path("<str:key>/results.csv", results.results_csv, name="draw-results-csv"),
    path("<str:key>/how/", results.how, name="draw-how"),
    path("<str:key>/<slug:kind>.json", draws.paper, name="draw-paper"),
    path("<str:key>/steps/<slug:what>/", draws.step, name="draw-step"),
]
