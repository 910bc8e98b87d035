package org.greenplan.plan;

import java.net.URI;

/**
 * A background map that the user configured; there is none otherwise, and nothing is fetched from elsewhere.
 *
 * @param url template with {z}, {x}, {y} and optionally {s}
 */
public record Basemap(String id, String title, String url, String attribution, int maxZoom) {
    /** Scheme and host for the page's security policy; {s} stands for any subdomain. */
    public String origin() {
        URI uri = URI.create(url.replace("{s}", "subdomain").replaceAll("[{}]", ""));
        String host = String.valueOf(uri.getAuthority()).replace("subdomain", "*");
        return uri.getScheme() + "://" + host;
    }
}
