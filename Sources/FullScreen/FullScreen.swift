// The room FullScreen.
