"""Work in the background with progress: done in the process, or by Celery on RabbitMQ. ``enqueue`` asks for it, ``@work`` says how it is done."""
