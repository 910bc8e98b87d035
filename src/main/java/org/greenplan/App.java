package org.greenplan;

/** Greenplan, the planning desk of a district's greening and water programme. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        System.out.println("greenplan");
    }
}
