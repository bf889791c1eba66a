from django.db import models

class AccessAttempt(models.Model):
    username = models.CharField(max_length=255, null=True)
    ip_address = models.GenericIPAddressField(null=True)
    attempt_time = models.DateTimeField()
    failures_since_start = models.PositiveIntegerField()
