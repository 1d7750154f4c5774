"""Pages and feeds from the network, where somebody asks for that: checked addresses, checked certificates, capped sizes."""
