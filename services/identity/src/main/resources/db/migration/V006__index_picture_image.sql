CREATE INDEX picture_image_id ON picture (image_id);
CREATE INDEX picture_upload_requested_at ON picture_upload (requested_at);
